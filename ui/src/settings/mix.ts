// A wanted mix in whole percent; the three sum to 100.

export interface Mix {
  technical: number;
  management: number;
  growth: number;
}

/** "60 technical, 30 management, 10 growth". */
export const mixWords = ({ technical, management, growth }: Mix): string =>
  `${technical} technical, ${management} management, ${growth} growth`;
